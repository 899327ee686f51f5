/** The workbench page's beginning (工作台入口): the language of the browser or of `?lang=`, and the sample when asked for by `?sample`. */
import { createRoot } from 'react-dom/client';
import { localeFrom } from '../locales/locale.ts';
import { Workbench } from './workbench.tsx';

const asked = new URLSearchParams(window.location.search);
const locale = localeFrom(asked.get('lang') ?? window.navigator.language);
document.documentElement.lang = locale;

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Workbench locale={locale} withSample={asked.has('sample')} />);
