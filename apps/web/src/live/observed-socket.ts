/** A WebSocket that reports its birth and what is sent through it: y-websocket itself tells neither. */
export const observedSocket = (
  Base: typeof WebSocket,
  { onCreate, onSend }: { onCreate: () => void; onSend: (frame: Uint8Array) => void },
): typeof WebSocket =>
  class ObservedSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      onCreate();
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array) onSend(data);
      super.send(data);
    }
  };
