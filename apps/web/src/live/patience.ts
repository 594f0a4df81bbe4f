/** A store that does not answer must not keep anyone from their board. */
const patienceMs = 3_000;

/** Rejects when there is no answer for a while. */
export const withPatience = <T>(answer: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the device does not answer')), patienceMs);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
