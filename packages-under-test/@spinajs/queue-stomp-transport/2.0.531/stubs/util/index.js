// The newest @spinajs/util on npm, with what the STOMP transport asks of a later one.
export * from 'published-util';

export const BackoffType = { Exponential: 'exponential' };

export class ResiliencePipelineBuilder {
  addRetry({ MaxRetryAttempts, Delay }) {
    this.attempts = MaxRetryAttempts;
    this.delay = Delay;
    return this;
  }

  build() {
    const { attempts, delay } = this;
    return {
      async execute(action) {
        for (let attempt = 0; ; attempt++) {
          try {
            return await action();
          } catch (error) {
            if (attempt >= attempts) throw error;
            await new Promise((resolve) => setTimeout(resolve, delay * 2 ** attempt));
          }
        }
      },
    };
  }
}
