export { type ContractChange, compareContracts, describeContractChange } from './compare-contracts.ts'
export { type Contract, type ContractInput, contractOf } from './contract.ts'
export { type Diagnostic, diagnose } from './diagnose.ts'
export { type FrontMatter, locateFrontMatter, type YamlValue } from './front-matter.ts'
export { type Include, includesOf } from './includes-of.ts'
export type { InputInsertion } from './input-insertion.ts'
export { INPUT_KINDS, type InputKind, type InputSpec } from './input-spec.ts'
export { type Message, ROLES, type Role } from './messages.ts'
export { type PromptDocument, parseDocument } from './parse-document.ts'
export type { Edit, Fix, Problem, ProblemCode, Severity } from './problem.ts'
export { type ChangeProposal, proposeChangeType } from './propose-change-type.ts'
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
