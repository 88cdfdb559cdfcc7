'use client'

import Link from 'next/link'
import { crumbs } from '../frame.ts'
import { useMaybeLibrary } from '../session-context.tsx'
import classes from './breadcrumb.module.css'

/** Where I am: the library and the steps the page named; the last one is the page. */
export function Breadcrumb() {
  const library = useMaybeLibrary()
  const steps = crumbs.useEntries()
  const all = library ? [{ label: library.name, href: `/l/${library.slug}`, mono: false }, ...steps] : steps
  return (
    <nav className={classes.crumbs} aria-label="Where I am">
      <ol>
        {all.map((step, at) => (
          <li key={step.href ?? step.label} data-mono={step.mono || undefined}>
            {step.href && at < all.length - 1 ? (
              <Link href={step.href}>{step.label}</Link>
            ) : (
              <span aria-current={at === all.length - 1 ? 'page' : undefined}>{step.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
