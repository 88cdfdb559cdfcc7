import { isMap } from 'yaml'
import { quoted } from './problem.ts'
import type { YamlReader } from './yaml-reader.ts'

/** @internal Read `template.format.kind`, also in its short forms; `mustache` when nothing is written. */
export function readTemplateLanguage(reader: YamlReader | null): string {
  const template = reader?.resolve(reader.setting('template')?.value) ?? null
  if (!reader || !template) return 'mustache'
  const format = isMap(template) ? reader.member(template, 'format') : template
  const kind = format && isMap(format) ? reader.member(format, 'kind') : format
  const language = reader.valueOf(kind) ?? 'mustache'
  if (language === 'mustache') return 'mustache'
  if (typeof language === 'string') {
    const message = `This text is written in ${quoted(language)}, and only Mustache is rendered. Rewrite its tags and set the kind to mustache.`
    reader.report(kind, 'other-template', message, 'warning')
    return language
  }
  reader.report(
    kind,
    'other-template',
    'The template language must be a name. Write "kind: mustache".',
    'warning',
  )
  return 'mustache'
}
