/** What the server answered; `status` 0 if it did not. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Sends data to the server. @param isLast whether the page is being left, and nothing waits for the answer */
export async function post<T>(address: string, data: object, isLast = false): Promise<Answer<Partial<T>>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(data),
      keepalive: isLast,
    });
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    return { status: response.status, body: isJson ? await response.json() : {} };
  } catch {
    return { status: 0, body: {} };
  }
}
