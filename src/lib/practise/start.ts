/** Starts a case on its page: what the server wrote there to be read gives way to what can be played. */
import { mount } from 'svelte';
import Practise from '../components/practise/Practise.svelte';
import type { Pack } from './pack.ts';

const target = document.getElementById('practise');
const pack = document.querySelector<HTMLTemplateElement>('template#pack');
if (target && pack) {
  target.replaceChildren();
  mount(Practise, { target, props: { pack: JSON.parse(pack.content.textContent ?? '') as Pack } });
}
