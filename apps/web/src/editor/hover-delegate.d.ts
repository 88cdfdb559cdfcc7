/** The part of Monaco that makes tooltips; it ships no types. */
declare module 'monaco-editor/base/browser/ui/hover/hoverDelegateFactory.js' {
  /** Made at the first call, by the services of the editor that was opened last, and the same ever after. */
  export function getDefaultHoverDelegate(placement: 'mouse' | 'element'): unknown
}
