// Adds to pages that work without it: copy, refresh, print, send on. README.md of this room says how.
"use strict";
(() => {
  const EVERY = 2000; // milliseconds between two looks
  const LONGEST = 30000; // between two looks while the server does not answer
  const SHOWN = 4000; // how long "Tersalin" stays

  const dress = (root) => {
    root.querySelectorAll("[data-salin], [data-cetak]").forEach((button) => {
      button.hidden = false;
      if (!button.dataset.salin || button.nextElementSibling?.matches(".salin-kabar")) return;
      const said = document.createElement("span");
      said.className = "salin-kabar";
      said.setAttribute("role", "status");
      button.after(said);
    });
  };

  // The clipboard of the browser exists under https and on this machine only; in an office net the old command remains.
  const copied = async (source) => {
    const field = "value" in source;
    try {
      await navigator.clipboard.writeText(field ? source.value : source.textContent.trim());
      return true;
    } catch {
      if (field) source.select();
      else getSelection().selectAllChildren(source);
      return document.execCommand("copy");
    }
  };

  const copy = async (button) => {
    const source = document.querySelector(button.dataset.salin);
    const said = button.nextElementSibling;
    if (!source || !said) return;
    const done = await copied(source);
    if (done) button.focus();
    said.textContent = done ? "Tersalin" : "Teks sudah ditandai. Tekan Ctrl+C.";
    setTimeout(() => { said.textContent = ""; }, done ? SHOWN : LONGEST);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-salin], [data-cetak]");
    if (!button) return;
    if (button.dataset.salin) copy(button);
    else window.print();
  });

  // Whoever stands inside the part stays on the same thing: by its id, else by its place among those of its kind.
  const standing = (part) => {
    const here = document.activeElement;
    if (!part.contains(here) || here === part) return () => null;
    const kind = here.tagName, place = [...part.querySelectorAll(kind)].indexOf(here);
    return () => (here.id && document.getElementById(here.id)) || part.querySelectorAll(kind)[place];
  };

  const replace = (part, text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html").body;
    const back = standing(part);
    const open = [...part.querySelectorAll("details[open][id]")].map((one) => one.id);
    part.replaceChildren(...fresh.childNodes);
    open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    dress(part);
    back()?.focus({ preventScroll: true });
  };

  const refresh = (part) => {
    const said = document.createElement("p");
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    part.after(said);
    if (!part.querySelector("[data-kabar]")) part.setAttribute("aria-live", "polite");
    let last = "", news = part.querySelector("[data-kabar]")?.textContent.trim(), pause = EVERY, timer = 0, busy = false;

    const over = () => part.querySelector("[data-selesai]") !== null;
    const wait = () => {
      clearTimeout(timer);
      if (!document.hidden && !over()) timer = setTimeout(look, pause);
    };
    const look = async () => {
      if (busy) return;
      busy = true;
      try {
        const answer = await fetch(part.dataset.segarkan, { cache: "no-store", redirect: "error" });
        if (!answer.ok) throw new Error(answer.status);
        const text = await answer.text();
        if (text !== last) replace(part, text);
        last = text;
        pause = EVERY;
        part.classList.remove("terputus");
        const word = part.querySelector("[data-kabar]")?.textContent.trim();
        if (word && word !== news) said.textContent = word;
        news = word;
      } catch {
        pause = Math.min(pause * 2, LONGEST);
        part.classList.add("terputus"); // shows the plain link again
      }
      busy = false;
      wait();
    };
    document.addEventListener("visibilitychange", () => {
      clearTimeout(timer);
      if (!document.hidden && !over()) look();
    });
    wait();
  };

  document.documentElement.classList.add("skrip");
  dress(document);
  document.querySelectorAll("[data-segarkan]").forEach(refresh);
  document.querySelector("form[data-kirim-sendiri]")?.requestSubmit();
})();
