import { validateName } from '@incipit/library'
import { z } from 'zod'

/** A part of a prompt's key, as people type it: refused with what is wrong and what would be right. */
export const namePart = (what: string) =>
  z
    .string()
    .max(60, `${what} has at most 60 characters.`)
    .superRefine((value, context) => {
      const check = validateName(value)
      if (!check.ok) context.addIssue({ code: 'custom', message: check.message })
    })
