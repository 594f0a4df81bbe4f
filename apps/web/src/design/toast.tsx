// Short messages at the lower edge: what was just done, and the way back from it. Whatever else speaks there stands below
// them, so that neither covers the other.
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { X } from 'lucide-react';
import { Icon } from './Icon.tsx';
import styles from './toast.module.css';

export interface ToastOptions {
  action?: { label: string; onSelect: () => void };
  /** How long it stays, in milliseconds; longer by default when it offers something. */
  stayMs?: number;
}

interface ToastEntry extends ToastOptions {
  key: number;
  message: string;
}

type ShowToast = (message: string, options?: ToastOptions) => void;
const ToastContext = createContext<ShowToast | null>(null);
const PlaceContext = createContext<HTMLElement | null>(null);

export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const [toasts, setToasts] = useState<readonly ToastEntry[]>([]);
  const nextKey = useRef(1);
  const [below, setBelow] = useState<HTMLElement | null>(null);
  const show = useCallback<ShowToast>((message, options = {}) => {
    const key = nextKey.current++;
    // Three at most: an older one gives way.
    setToasts((shown) => [...shown.slice(-2), { ...options, key, message }]);
  }, []);
  const remove = useCallback((key: number) => setToasts((shown) => shown.filter((toast) => toast.key !== key)), []);
  return (
    <ToastContext value={show}>
      <PlaceContext value={below}>{children}</PlaceContext>
      <div className={styles.place}>
        <section className={styles.region} aria-label="Messages" aria-live="polite" aria-relevant="additions">
          {toasts.map((toast) => (
            <Toast key={toast.key} toast={toast} onDone={remove} />
          ))}
        </section>
        <section ref={setBelow} className={styles.region} aria-label="Notices" />
      </div>
    </ToastContext>
  );
};

const Toast = ({ toast, onDone }: { toast: ToastEntry; onDone: (key: number) => void }) => {
  const [held, setHeld] = useState(false);
  const stayMs = useMemo(() => toast.stayMs ?? (toast.action === undefined ? 6_000 : 15_000), [toast]);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDone(toast.key), stayMs);
    return () => clearTimeout(timer);
  }, [held, onDone, stayMs, toast.key]);
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.words}>{toast.message}</span>
      {toast.action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            toast.action?.onSelect();
            onDone(toast.key);
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label="Close this message" onClick={() => onDone(toast.key)}>
        <Icon of={X} />
      </button>
    </div>
  );
};

/** Holds what `BelowToasts` shows; null before the first paint. */
export const usePlaceBelowToasts = (): HTMLElement | null => useContext(PlaceContext);

/** Shows what stays at the lower edge, under the messages that come and go. */
export const BelowToasts = ({ children }: { children: ReactNode }) => {
  const place = usePlaceBelowToasts();
  return place && createPortal(children, place);
};

/** @returns `show(message, { action })`. It stays the same between renders. */
export const useToast = (): ShowToast => {
  const show = useContext(ToastContext);
  if (show === null) throw new Error('useToast needs a ToastProvider around it');
  return show;
};
