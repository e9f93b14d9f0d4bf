/** Whether a source confirms the speaker, and why. */
export interface SpeakerVerdict {
  readonly verdict: 'confirmed' | 'contradicted' | 'not checkable';
  readonly reason: string;
}
