import { Button, FileButton, Progress } from '@mantine/core'
import { IconFileTypeCsv } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { FormFailure } from '../../../ui/index.ts'
import { useUpload } from '../hooks/use-upload.ts'
import type { ImportRecord } from '../import-fragment.ts'
import classes from './file-drop.module.css'

/** Takes a file by drop or choice and sends it. */
export function FileDrop({ opened }: { opened: (record: ImportRecord) => void }) {
  const { upload, cancel, share, failure } = useUpload(opened)
  const [over, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) void upload(file)
  }

  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      aria-label="File"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileTypeCsv size={28} stroke={1.25} aria-hidden className={classes.icon} />
      {share === null ? (
        <>
          <p className={classes.text}>Drop a CSV file here, or choose one.</p>
          <FileButton
            onChange={(file) => file && void upload(file)}
            accept=".csv,text/csv"
            inputProps={{ 'aria-label': 'CSV file' }}
          >
            {(props) => (
              <Button {...props} variant="filled">
                Choose a file
              </Button>
            )}
          </FileButton>
          <FormFailure message={failure?.summary ?? failure?.message} />
        </>
      ) : (
        <>
          <p className={classes.text} role="status">
            Sending the file, {Math.round(share * 100)} %
          </p>
          <Progress value={share * 100} className={classes.progress} aria-label="Sent" />
          <Button onClick={cancel}>Cancel</Button>
        </>
      )}
    </section>
  )
}
