import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/write/canonical-json.ts';

describe('canonicalJson', () => {
  it('keeps the order of keys, two spaces, a newline at the end', () => {
    expect(canonicalJson({ b: [1, 0.1], a: { undefined: 'te weinig' } })).toBe(
      '{\n  "b": [\n    1,\n    0.1\n  ],\n  "a": {\n    "undefined": "te weinig"\n  }\n}\n',
    );
  });

  it('keeps null where the contract has it as an answer: a unit that is no outlier', () => {
    expect(canonicalJson({ outlier: null })).toBe('{\n  "outlier": null\n}\n');
  });

  it.each([
    ['$.a[1].b', { a: [1, { b: Number.NaN }] }],
    ['$.a', { a: undefined }],
    ['$.a', { a: null }],
    ['$[1]', [1, 1 / 0]],
    ['$[0]', new Array(1)],
    ['$.when', { when: new Date(0) }],
    ['$.f', { f: new Float64Array(2) }],
    ['$.m', { m: new Map() }],
    ['$.n', { n: 1n }],
  ])('names %s where it cannot go on', (path, value) => {
    expect(() => canonicalJson(value)).toThrow(`at ${path};`);
  });

  it('names the value', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow('NaN at $.a');
    expect(() => canonicalJson({ a: new Map() })).toThrow('an instance of Map at $.a');
  });
});
