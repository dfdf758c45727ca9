"use strict";
(() => {
  const form = document.getElementById("saringan");
  const temuan = [...document.querySelectorAll("article.temuan")];
  document.querySelectorAll(".hanya-js").forEach((el) => { el.hidden = false; });

  /* The address keeps the filter: "#temuan?pd=pd-dinas-kesehatan&keparahan=kritis". */
  const alamat = () => {
    const [tujuan, saringan] = location.hash.slice(1).split("?");
    return { tujuan: decodeURIComponent(tujuan), saringan };
  };
  let pakai = () => {};

  const bukaTujuan = () => {
    const { tujuan, saringan } = alamat();
    if (saringan !== undefined) pakai(new URLSearchParams(saringan));
    const el = tujuan && document.getElementById(tujuan);
    if (!el) return;
    if (el.hidden) form?.reset();
    for (let d = el.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    el.querySelector?.(":scope > details.rincian")?.setAttribute("open", "");
    if (saringan !== undefined) el.scrollIntoView();
  };
  addEventListener("hashchange", bukaTujuan);

  const cetak = () => {
    const tertutup = [...document.querySelectorAll("details:not([open], .cabang)")];
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
    const pilihan = [...form.querySelectorAll("select")];
    pilihan.forEach((p) => [...p.options].forEach((o) => { o.dataset.teks = o.text; }));

    /* Each option says how many findings it would leave, given the other filters. */
    const hitung = (gagal) => {
      for (const p of pilihan) {
        const jumlah = new Map();
        let semua = 0;
        for (const el of temuan) {
          const g = gagal.get(el);
          if (g.size > 1 || (g.size === 1 && !g.has(p.name))) continue;
          semua += 1;
          for (const v of el.dataset[p.name].split(" ")) jumlah.set(v, (jumlah.get(v) ?? 0) + 1);
        }
        for (const o of p.options) o.text = `${o.dataset.teks} (${o.value ? jumlah.get(o.value) ?? 0 : semua})`;
      }
    };
    const saring = () => {
      const nilai = Object.fromEntries(new FormData(form));
      const kata = nilai.cari.toLowerCase().split(/\s+/).filter(Boolean);
      const syarat = Object.entries(nilai).filter(([k, v]) => v && k !== "cari");
      const gagal = new Map();
      let tampil = 0;
      for (const el of temuan) {
        const g = new Set(syarat.filter(([k, v]) => !el.dataset[k].split(" ").includes(v)).map(([k]) => k));
        if (!kata.every((k) => isi.get(el).includes(k))) g.add("cari");
        gagal.set(el, g);
        el.hidden = g.size > 0;
        tampil += g.size === 0;
      }
      hitung(gagal);
      document.querySelectorAll(".kelompok").forEach((k) => {
        const semua = k.querySelectorAll("article").length;
        const ada = k.querySelectorAll("article:not([hidden])").length;
        k.hidden = !ada;
        k.querySelector(".jumlah-tampil").textContent = ada < semua ? `${ada} / ` : "";
      });
      takCocok.hidden = tampil > 0;
      status.textContent = status.dataset.teks.replace("{tampil}", tampil).replace("{semua}", temuan.length);
    };
    const catat = () => {
      const ada = new URLSearchParams([...new FormData(form)].filter(([, v]) => v)).toString();
      if (ada || alamat().saringan !== undefined) history.replaceState(null, "", ada ? `#temuan?${ada}` : "#temuan");
    };
    pakai = (nilai) => {
      for (const el of form.elements) {
        if (!el.name) continue;
        el.value = nilai.get(el.name) ?? "";
        if (el.selectedIndex < 0) el.value = "";
      }
      saring();
    };
    form.addEventListener("input", () => { saring(); catat(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { saring(); catat(); }));
    form.addEventListener("click", (event) => {
      const { buka, cetak: cetakan } = event.target.dataset;
      if (buka) temuan.forEach((el) => { if (!el.hidden) el.querySelector("details.rincian").open = buka === "ya"; });
      if (cetakan !== undefined) print();
    });
    document.querySelectorAll("a[data-saring]").forEach((a) => {
      a.href = `#temuan?${a.dataset.saring}`;
    });
    saring();
  }
  if (location.hash) bukaTujuan();
})();
