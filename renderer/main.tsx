import './app/no-eval.ts';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';

import { createRoot } from 'react-dom/client';

import { App } from './app/app.tsx';
import { shareStyleNonce } from './app/style-nonce.ts';
import { startTexts } from './app/texts.ts';
import { chooseTransport } from './client/connect.ts';
import { keepConnected } from './client/connection.ts';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');

shareStyleNonce();
// Before the router looks at the address: the launch token stands in it.
const connection = keepConnected(chooseTransport());
await startTexts();
createRoot(container).render(<App connection={connection} />);
