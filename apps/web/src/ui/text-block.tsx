import { Box, type BoxProps } from '@mantine/core'
import classes from './text-block.module.css'

interface TextBlockProps extends Pick<BoxProps, 'mt' | 'mah'> {
  /** What the text is, for screen readers. */
  label: string
  text: string
}

/** A text as it is stored, to be read; a long one scrolls. */
export function TextBlock({ label, text, ...box }: TextBlockProps) {
  return (
    // A text that scrolls is reached by keyboard.
    <Box component="section" className={classes.text} tabIndex={0} aria-label={label} {...box}>
      {text}
    </Box>
  )
}
