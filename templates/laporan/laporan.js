"use strict";
(() => {
  const form = document.getElementById("saringan");
  const temuan = [...document.querySelectorAll("article.temuan")];
  document.querySelectorAll(".hanya-js").forEach((el) => { el.hidden = false; });

  const bukaTujuan = () => {
    const el = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!el) return;
    if (el.hidden) form.reset();
    if (el.tagName === "DETAILS") el.open = true;
    el.querySelector?.(":scope > details.rincian")?.setAttribute("open", "");
  };
  addEventListener("hashchange", bukaTujuan);

  const cetak = () => {
    const tertutup = [...document.querySelectorAll("details:not([open])")];
    tertutup.forEach((d) => { d.open = true; });
    addEventListener("afterprint", () => tertutup.forEach((d) => { d.open = false; }), { once: true });
  };
  addEventListener("beforeprint", cetak);

  document.addEventListener("click", async (event) => {
    const tombol = event.target.closest("button[data-salin]");
    if (!tombol) return;
    const sumber = document.getElementById(tombol.dataset.salin);
    try {
      await navigator.clipboard.writeText(sumber.textContent.trim());
      const teks = tombol.firstChild;
      const semula = teks.data;
      if (semula === tombol.dataset.selesai) return;
      teks.data = tombol.dataset.selesai;
      setTimeout(() => { teks.data = semula; }, 1600);
    } catch {
      getSelection().selectAllChildren(sumber);
    }
  });

  if (form) {
    const status = document.getElementById("hasil-saringan");
    const takCocok = document.getElementById("tak-cocok");
    const isi = new Map(temuan.map((el) => [el, el.textContent.replace(/\s+/g, " ").toLowerCase()]));
    const saring = () => {
      const nilai = Object.fromEntries(new FormData(form));
      const kata = nilai.cari.toLowerCase().split(/\s+/).filter(Boolean);
      delete nilai.cari;
      const syarat = Object.entries(nilai).filter(([, v]) => v);
      let tampil = 0;
      for (const el of temuan) {
        const cocok = syarat.every(([k, v]) => el.dataset[k].split(" ").includes(v)) && kata.every((k) => isi.get(el).includes(k));
        el.hidden = !cocok;
        tampil += cocok;
      }
      document.querySelectorAll(".kelompok").forEach((k) => { k.hidden = !k.querySelector("article:not([hidden])"); });
      takCocok.hidden = tampil > 0;
      status.textContent = status.dataset.teks.replace("{tampil}", tampil).replace("{semua}", temuan.length);
    };
    form.addEventListener("input", saring);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(saring));
    form.addEventListener("click", (event) => {
      const { buka, cetak: cetakan } = event.target.dataset;
      if (buka) temuan.forEach((el) => { if (!el.hidden) el.querySelector("details.rincian").open = buka === "ya"; });
      if (cetakan !== undefined) print();
    });
    document.querySelectorAll("[data-saring]").forEach((a) => a.addEventListener("click", () => {
      const nilai = new URLSearchParams(a.dataset.saring);
      for (const el of form.elements) if (el.name) el.value = nilai.get(el.name) ?? "";
      saring();
    }));
    saring();
  }
  bukaTujuan();
})();
