// Loaded into the server before its own code (node --import): a launcher that was killed outright could not stop it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 1_000).unref();
