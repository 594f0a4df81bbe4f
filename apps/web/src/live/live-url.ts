/** Address of the live documents on the server that this page came from. */
export const liveUrl = ({ protocol, host }: Pick<Location, 'protocol' | 'host'> = window.location): string =>
  `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/live`;
