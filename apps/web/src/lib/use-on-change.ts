import { useEffect, useRef } from 'react'

/** Runs something each time a value becomes another one; not for the value it begins with. */
export function useOnChange(value: unknown, run: () => void): void {
  const seen = useRef(value)
  useEffect(() => {
    if (seen.current === value) return
    seen.current = value
    run()
  }, [value, run])
}
