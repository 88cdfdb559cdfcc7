import type { DiagnoseContext, IncludableKey, IncludableVersion } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'

/** A prompt that a text includes, as a hover tells of it. */
export interface IncludedPrompt {
  readonly name: string
  readonly description: string
  /** Its newest version; `null` before the first. */
  readonly version: string | null
}

/** What an editor asks of the library around the text. */
export interface PromptServices {
  /** Prompts whose key or name has these letters, best first. */
  findPrompts(typed: string): Promise<readonly IncludableKey[]>
  /** Versions of a prompt that begin with these letters, newest first. */
  findVersions(key: string, typed: string): Promise<readonly IncludableVersion[]>
  /** `null` where there is none of that key. */
  promptOf(key: string): Promise<IncludedPrompt | null>
  /** Goes to the page of a prompt. */
  openPrompt(key: string, version: string | null): void
  /** What is known about the prompts that the text includes. */
  readonly known: DiagnoseContext
  /** Tells what has been done, in passing. */
  notify(message: string): void
}

const services = new WeakMap<Monaco.editor.ITextModel, () => PromptServices | undefined>()

/** Gives a text the library it stands in; the newest that `latest` answers counts. */
export function setPromptServices(
  model: Monaco.editor.ITextModel,
  latest: () => PromptServices | undefined,
): void {
  services.set(model, latest)
}

/** What the text's library can tell; `null` for texts shown without one. */
export function promptServicesOf(model: Monaco.editor.ITextModel): PromptServices | null {
  return services.get(model)?.() ?? null
}
