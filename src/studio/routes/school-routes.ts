import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { createReport } from '../../diagnostics/report.ts';
import { readStyles } from '../../layout/style/read-styles.ts';
import { readSchool, SCHOOL_FILE } from '../../templates/school.ts';
import { SCHOOL_FIELDS, schoolValues, withSchoolValues } from '../live/school-settings.ts';
import { messageScreen } from '../screens/message-screen.ts';
import { schoolScreen } from '../screens/school-screen.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { Studio, StudioEnv } from './studio-env.ts';

const valuesSchema = z.partialRecord(z.enum(SCHOOL_FIELDS), z.string().trim().max(120));

/** What a school says of itself, for all packs of the folder. */
export function addSchoolRoutes(app: Hono<StudioEnv>, studio: Studio): void {
  const { disk } = studio.workspace;
  app.get('/school', (c) => {
    const text = disk.readSchool();
    const values = text === undefined ? undefined : schoolValues(text);
    if (text === undefined || !values)
      return studio.show(c, messageScreen(STUDIO_WORDS.school, STUDIO_WORDS.schoolBroken));
    const styles = [...readStyles(disk.templates.styles, createReport())];
    const named = styles.map(([name, { name: title }]) => ({ name, title }));
    return studio.show(c, schoolScreen(values, named));
  });
  app.post('/school', bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const asked = valuesSchema.safeParse(await c.req.json().catch(() => undefined));
    const text = disk.readSchool();
    if (!asked.success || text === undefined) return c.json({ problem: STUDIO_WORDS.schoolBroken }, 400);
    if (!schoolValues(text)) return c.json({ problem: STUDIO_WORDS.schoolBroken }, 409);
    // Into the file as it is now: what it says otherwise stays.
    const changed = withSchoolValues(text, asked.data);
    const report = createReport();
    readSchool({ path: SCHOOL_FILE, text: changed }, report);
    if (!report.failed() && changed !== text) disk.writeSchool(changed, report);
    const problem = report.diagnostics.map(({ message, hint }) => [message, hint].join(' ')).join(' ');
    return report.failed() ? c.json({ problem }, 422) : c.json({});
  });
}
