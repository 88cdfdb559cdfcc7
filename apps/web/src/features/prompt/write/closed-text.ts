import { CLOSE } from '@incipit/collaboration'

/** What to say when the server ended the connection for good, and what to offer. */
export interface ClosedText {
  title: string
  text: string
  next: 'sign-in' | 'reopen' | 'reconnect' | 'none'
}

/** The explanation for a close code. `unsaved`: how many changes the server never confirmed. */
export function closedText(code: number, unsaved: number): ClosedText {
  const lost = unsavedText(unsaved)
  if (code === CLOSE.signedOut) {
    return {
      title: 'You are signed out.',
      text: `${lost}Sign in to go on; what you wrote is kept in this browser.`,
      next: 'sign-in',
    }
  }
  if (code === CLOSE.forbidden) {
    return {
      title: 'You may no longer write here.',
      text: `${lost}An admin of the library can give you the level you need.`,
      next: unsaved > 0 ? 'reopen' : 'reconnect',
    }
  }
  if (code === CLOSE.notFound) {
    return {
      title: 'This prompt is no longer available to you.',
      text: `${lost}It was removed, or your access ended. The text below stays until you leave the page.`,
      next: 'none',
    }
  }
  if (code === CLOSE.tooLarge) {
    return {
      title: 'The text is larger than a document can be.',
      text: `${lost}Copy what you need, show the server’s text, and go on with less.`,
      next: 'reopen',
    }
  }
  return {
    title: 'The text here does not fit to the server’s.',
    text: `${lost}Copy what you need, then show the server’s text.`,
    next: 'reopen',
  }
}

function unsavedText(unsaved: number): string {
  if (unsaved === 0) return ''
  return unsaved === 1 ? '1 change was not saved. ' : `${unsaved} changes were not saved. `
}
