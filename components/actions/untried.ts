import { createContext } from 'preact';

/** Whether nobody has tried on this server what is asked about. */
export const Untried = createContext(false);
