// Entry of the browser application.
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './design/tokens.css';
import './design/base.css';
import { createQueryClient } from './api/query-client.ts';
import { AnnounceProvider } from './design/announce.tsx';
import { keepComposingKeys } from './design/composing.ts';
import { focusWhatIsPressed } from './design/press-focus.ts';
import { ToastProvider } from './design/toast.tsx';
import { createNavigation } from './router/navigation.ts';
import { App, fetchFirst } from './routes.tsx';

const begin = (root: HTMLElement): void => {
  focusWhatIsPressed(document, navigator);
  keepComposingKeys(window, navigator);
  fetchFirst(window.location.pathname);
  let keys = 0;
  const navigation = createNavigation(window, () => `${Date.now()}-${(keys += 1)}`);

  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <AnnounceProvider>
          <ToastProvider>
            <App navigation={navigation} />
          </ToastProvider>
        </AnnounceProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
};

// There is none where public/old-browser.js has said that this browser can't run Hearth.
const root = document.getElementById('root');
if (root !== null) begin(root);
