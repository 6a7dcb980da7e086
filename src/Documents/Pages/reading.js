// Remembers large type, and reads the page aloud where the browser has a voice. Everything else works without this file.
(function () {
  'use strict';
  var large = document.getElementById('large');
  var key = 'large';
  function kept() { try { return localStorage.getItem(key) === '1'; } catch (e) { return false; } }
  function show(on) { document.documentElement.classList.toggle('large', on); }
  if (large) {
    large.checked = kept();
    show(large.checked);
    large.addEventListener('change', function () {
      show(large.checked);
      try { if (large.checked) { localStorage.setItem(key, '1'); } else { localStorage.removeItem(key); } } catch (e) { /* not allowed to remember */ }
    });
  }
  var button = document.getElementById('listen');
  var main = document.getElementById('main');
  if (!button || !main || !('speechSynthesis' in window) || !('SpeechSynthesisUtterance' in window)) { return; }
  var voice = window.speechSynthesis;
  var words = button.textContent;
  function rest() { button.textContent = words; button.setAttribute('aria-pressed', 'false'); }
  button.hidden = false;
  button.addEventListener('click', function () {
    if (voice.speaking) { voice.cancel(); rest(); return; }
    // Short pieces: long ones are cut off by some voices.
    var pieces = main.innerText.split(/[\n。；！？]+/).map(function (p) { return p.trim(); }).filter(Boolean);
    pieces.forEach(function (piece, i) {
      var said = new SpeechSynthesisUtterance(piece);
      said.lang = 'zh-CN';
      said.rate = 0.9;
      if (i === pieces.length - 1) { said.onend = rest; }
      voice.speak(said);
    });
    button.textContent = button.getAttribute('data-stop');
    button.setAttribute('aria-pressed', 'true');
  });
  window.addEventListener('pagehide', function () { voice.cancel(); });
}());
