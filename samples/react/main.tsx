import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Assessment } from './assessment';

const page = document.querySelector('#page');
if (page) createRoot(page).render(<StrictMode><h1>Intranet</h1><Assessment address="assessment/index.html" /></StrictMode>);
