/** What the server answered; `status` 0 if it did not. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Sends data to the server. */
export async function post<T>(address: string, data: object): Promise<Answer<Partial<T>>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(data),
    });
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    return { status: response.status, body: isJson ? await response.json() : {} };
  } catch {
    return { status: 0, body: {} };
  }
}
