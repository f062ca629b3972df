import { scenario } from 'steadyheap';

// Innocent: each web stream is read to its end.
export default scenario('web streams read to their end', {
  async iterate(_, i) {
    const source = new ReadableStream<string>({
      start(controller) {
        for (let k = 0; k < 5; k++) controller.enqueue(`part ${i}/${k}`);
        controller.close();
      },
    });
    let length = 0;
    for await (const part of source.pipeThrough(new TextEncoderStream())) length += part.length;
    return length;
  },
});
