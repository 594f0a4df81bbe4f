/** Versions of a package in the `packages:` part of a pnpm lockfile. */
export function lockedVersions(lockfile, name) {
  const packages = lockfile.split(/^(?=[a-z][A-Za-z]*:)/m).find((part) => part.startsWith('packages:')) ?? '';
  return [...packages.matchAll(/^ {2}'?([^'\s].*?)@([^@\s']+)'?:$/gm)]
    .filter((match) => match[1] === name)
    .map((match) => match[2]);
}
