import { CopyButton } from './copy-button.tsx'
import classes from './secret-box.module.css'

/** A secret or link that is shown this one time, ready to be copied. */
export function SecretBox({ text, what, note }: { text: string; what: string; note: string }) {
  return (
    <div className={classes.box}>
      <div className={classes.line}>
        <code className={classes.text}>{text}</code>
        <CopyButton text={text} label={`Copy the ${what}`} />
      </div>
      <p className={classes.note}>{note}</p>
    </div>
  )
}
