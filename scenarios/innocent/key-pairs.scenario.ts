import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { scenario } from 'steadyheap';

// Innocent: keys live in OpenSSL's memory, and are freed when their objects are collected.
export default scenario('key pairs generated and used', {
  iterate(_, i) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const message = Buffer.from(`message ${i}`);
    return verify(null, message, publicKey, sign(null, message, privateKey));
  },
});
