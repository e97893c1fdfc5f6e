/** Loaded before a child process (`node --import`): when the parent is gone, however it ended, the child stops as on SIGTERM. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
