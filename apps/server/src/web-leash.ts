/** Loaded into the web process: it ends when the server that started it does, however abruptly that was. */
process.on('disconnect', () => process.exit())
// In development Next starts a process of its own in turn, which gets this too. While it starts, its line to Next may be
// all that keeps it running.
if (!process.env.NEXT_PRIVATE_WORKER) process.channel?.unref()
