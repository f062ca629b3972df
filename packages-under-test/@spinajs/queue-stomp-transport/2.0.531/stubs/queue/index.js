// Stands in for @spinajs/queue, which is not on npm: only what the STOMP transport takes from it.
import { AsyncService } from '@spinajs/di';

export const QueueMessageType = { Job: 'JOB', Event: 'EVENT' };

const quiet = () => {};

export class QueueClient extends AsyncService {
  constructor(options) {
    super();
    this.Options = options;
    this.Log = { trace: quiet, info: quiet, success: quiet, warn: quiet, error: quiet };
  }

  getChannelForMessage() {
    return [this.Options.defaultQueueChannel];
  }
}
