import type { Context } from 'hono';
import type { LiveTools } from '../live/live-state.ts';
import type { WorkQueue } from '../live/work-queue.ts';
import type { Writing } from '../screens/studio-addresses.ts';
import type { StudioPage } from '../screens/studio-page.ts';

/** What belongs to one request. */
export interface StudioEnv {
  Variables: {
    /** Marks the scripts and styles of its page. */
    nonce: string;
  };
}

/** What all routes share. */
export interface Studio extends LiveTools {
  readonly queue: WorkQueue;
  /** What was chosen last, for pages that do not say it. */
  readonly preferred: { writing: Writing };
  /** Answers with a page. */
  show(c: Context<StudioEnv>, page: StudioPage, status?: 200 | 401 | 404 | 410): Response | Promise<Response>;
}

/** The headers of a PDF that is shown in a tab of its own. */
export const pdfHeaders = (name: string): Readonly<Record<string, string>> => ({
  'Content-Type': 'application/pdf',
  'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
  // The viewers of browsers have styles and scripts of their own.
  'Content-Security-Policy': "frame-ancestors 'none'; base-uri 'none'",
});
