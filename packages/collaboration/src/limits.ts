/** What the server accepts in a room. Clients that keep to them are never throttled or closed. */
export const LIMITS = {
  /** Bytes of one WebSocket frame. A larger one closes the connection with 1009. */
  frameBytes: 1_500_000,
  /** UTF-16 units of the text. An edit that would exceed it closes the connection with 4413. */
  textLength: 1_000_000,
  /** Bytes of the encoded document, deletions and history of edits included. Beyond, edits close with 4413. */
  documentBytes: 6_000_000,
  /** Frames per second, sustained; beyond the burst the server reads more slowly. */
  framesPerSecond: 500,
  /** Frames accepted at once. */
  frameBurst: 1_000,
  /** Bytes per second, sustained. */
  bytesPerSecond: 1_000_000,
  /** Bytes accepted at once. */
  byteBurst: 4_000_000,
  /** Requests for the whole document (sync step 1) accepted at once; one more every {@link LIMITS.syncIntervalMs}. */
  syncBurst: 10,
  /** Milliseconds until one more sync step 1 is accepted. */
  syncIntervalMs: 1_000,
  /** UTF-8 bytes of one presence state as JSON. A larger one is not shown to others. */
  awarenessBytes: 1_024,
  /** Milliseconds between two presence states of one connection that others see; the newest wins. */
  awarenessIntervalMs: 100,
  /** Milliseconds after which the server has sent something, so that a client's watchdog (30 s) stays quiet. */
  keepaliveMs: 15_000,
} as const
