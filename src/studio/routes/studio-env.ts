import type { Context } from 'hono';
import type { Workspace } from '../live/open-workspace.ts';
import type { PagePictures } from '../live/page-pictures.ts';
import type { StudioPage } from '../screens/studio-page.ts';

/** What belongs to one request. */
export interface StudioEnv {
  Variables: {
    /** Marks the scripts and styles of its page. */
    nonce: string;
  };
}

/** What all routes share. */
export interface Studio {
  readonly workspace: Workspace;
  readonly pictures: PagePictures;
  /** Answers with a page. */
  show(c: Context<StudioEnv>, page: StudioPage, status?: 200 | 401 | 404 | 410): Response | Promise<Response>;
}
