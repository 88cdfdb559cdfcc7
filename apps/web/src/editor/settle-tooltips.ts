import { getDefaultHoverDelegate } from 'monaco-editor/base/browser/ui/hover/hoverDelegateFactory.js'

/**
 * Makes what shows Monaco's tooltips, while an editor is open. Monaco would do it when the first list appears, with the
 * services of the editor that was opened last; if that one is closed by then, no list could be shown any more.
 */
export function settleTooltips(): void {
  getDefaultHoverDelegate('mouse')
  getDefaultHoverDelegate('element')
}
