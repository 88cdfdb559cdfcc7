export { type ContractChange, compareContracts, describeContractChange } from './compare-contracts.ts'
export { type Contract, type ContractInput, contractOf } from './contract.ts'
export type { JsonValue } from './contract-code/contract-inputs.ts'
export { contractPython } from './contract-code/contract-python.ts'
export { contractSchema, type JsonSchema } from './contract-code/contract-schema.ts'
export { contractTypeScript } from './contract-code/contract-typescript.ts'
export { type Diagnostic, diagnose } from './diagnose.ts'
export type { DiagnoseContext, IncludedPrompt } from './diagnose-in-context.ts'
export { type FrontMatter, locateFrontMatter, type YamlValue } from './front-matter.ts'
export { type Include, includesOf } from './includes-of.ts'
export type { InputInsertion } from './input-insertion.ts'
export { INPUT_KINDS, type InputKind, type InputSpec } from './input-spec.ts'
export { applyEdits } from './language/apply-edits.ts'
export {
  type Completion,
  type CompletionContext,
  completionsAt,
  type IncludableKey,
  type IncludableVersion,
} from './language/completions-at.ts'
export { declareInputsFix } from './language/declare-inputs.ts'
export { type Definition, definitionAt } from './language/definition-at.ts'
export { type FoldingRange, foldingRanges } from './language/folding-ranges.ts'
export { formatDocument } from './language/format-document.ts'
export { type Hover, hoverAt } from './language/hover-at.ts'
export { type InputOccurrences, inputOccurrences } from './language/input-occurrences.ts'
export { type OutlineItem, outline } from './language/outline.ts'
export { type InputRename, renameInput } from './language/rename-input.ts'
export type { NameMeaning } from './language/scoped-names.ts'
export { type Message, ROLES, type Role } from './messages.ts'
export { type PromptDocument, parseDocument } from './parse-document.ts'
export type { Edit, Fix, Problem, ProblemCode, Severity } from './problem.ts'
export { type ChangeProposal, proposeChangeType } from './propose-change-type.ts'
export type { ModelSpec } from './read-model.ts'
export type { ToolSpec } from './read-tools.ts'
export type { RenderProblem, RenderProblemCode } from './render/findings.ts'
export type { ResolveInclude } from './render/included.ts'
export { RENDER_LIMITS, type RenderLimits } from './render/limits.ts'
export type { RenderedMessage } from './render/message-sink.ts'
export { type RenderOptions, type RenderResult, render } from './render/render.ts'
export type { Tag, TagKind } from './scan-tags.ts'
export type { Position, Range } from './text-position.ts'
export {
  INITIAL_LINE_STATE,
  type LineState,
  type LineToken,
  type LineTokenType,
  tokenizeLine,
} from './tokenize-line.ts'
export { countTokens, loadTokenCounter, type TokenCount, type TokenCounter } from './tokens/count-tokens.ts'
export type { TokenEncoding } from './tokens/token-encoding.ts'
