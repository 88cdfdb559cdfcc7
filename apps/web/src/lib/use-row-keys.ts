import { useEffect, useRef } from 'react'

/** Moves the focus through the rows of a list with the arrows or J and K. Rows are marked by `data-row`. */
export function useRowKeys<List extends HTMLElement = HTMLOListElement>() {
  const list = useRef<List>(null)
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
      const target = event.target instanceof HTMLElement ? event.target : null
      const elsewhere = target?.closest(
        'input:not([type="checkbox"]), textarea, select, [role="dialog"], [role="menu"]',
      )
      if (!step || event.ctrlKey || event.metaKey || event.altKey || elsewhere) return
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
      const at = rows.findIndex((row) => row.parentElement?.contains(document.activeElement))
      const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    window.addEventListener('keydown', move)
    return () => window.removeEventListener('keydown', move)
  }, [])
  return list
}
