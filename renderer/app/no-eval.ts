import { config } from 'zod';

/** The page's policy forbids making code out of text, and zod would try whether it may. */
config({ jitless: true });
