import { beginCounting } from './count-steps.ts';

beginCounting();
await import('./run-attacks.ts');
