/**
 * Why the server closes a room connection. The stock y-websocket client reconnects by itself except after 4400–4499,
 * where it stops and emits `closed`; what the person or program should do then stands beside each code.
 */
export const CLOSE = {
  /** A message that no client sends by itself: malformed, text, unknown, or edits that depend on unknown edits. Reload the document. */
  badMessage: 4400,
  /** Not signed in, or no longer: session ended, key revoked, ticket used or expired. Sign in or take a new ticket. */
  signedOut: 4401,
  /** Access changed, or an edit on a read-only connection. Ask for the present access and connect again with it. */
  forbidden: 4403,
  /** No such document, or none that you may see. */
  notFound: 4404,
  /** The server waited too long for a sign of life. Connect again. */
  timeout: 4408,
  /** The document would become larger than the server keeps. Shorten it and load it again. */
  tooLarge: 4413,
  /** The server could not load the document, or keeps too much that it could not save yet. Reconnects by itself. */
  unavailable: 4503,
  /** Too many messages. Reconnects by itself. */
  tooMany: 1008,
  /** One message was too large. */
  messageTooLarge: 1009,
  /** The server restarts. Reconnects by itself. */
  restarting: 1012,
  /** The connection is too slow for what happens in the room. Reconnects by itself and catches up. */
  tooSlow: 1013,
} as const

/** One of the codes of {@link CLOSE}. */
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]

/** Reasons sent with {@link CLOSE.forbidden}, so that a client knows what to do next. */
export const FORBIDDEN_REASON = {
  /** The connection may only read, yet sent an edit. */
  readOnly: 'read-only',
  /** What you may do here has changed: connect again to continue with the new access. */
  accessChanged: 'access-changed',
} as const
