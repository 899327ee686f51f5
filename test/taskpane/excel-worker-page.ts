/** Goes before office.js in the thread of the strict Excel, which asks the client what it knows. */
import { definePage } from '../support/excel-host/bare-page.ts';

definePage();
