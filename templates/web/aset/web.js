// Comfort only: every page works without it. No inline code anywhere (Content-Security-Policy).
"use strict";

function ukuran(byte) {
  return byte < 1048576 ? Math.max(1, Math.round(byte / 1024)) + " KB" : (byte / 1048576).toFixed(1).replace(".", document.documentElement.lang === "en" ? "." : ",") + " MB";
}

function unggah() {
  const form = document.getElementById("form-unggah");
  if (!form) return;
  const pilih = document.getElementById("berkas"), jatuh = document.getElementById("jatuh"), daftar = document.getElementById("daftar-pilih");
  const kotak = document.getElementById("kemajuan-unggah"), tombol = document.getElementById("kirim");
  const batas = Number(form.dataset.batasBerkas) * 1048576;

  function tampil() {
    daftar.replaceChildren(...Array.from(pilih.files, (file) => {
      const li = document.createElement("li"), kanan = document.createElement("span");
      li.append(file.name);
      kanan.textContent = ukuran(file.size) + (file.size > batas ? ", " + form.dataset.besar : "");
      li.classList.toggle("besar", file.size > batas);
      li.append(kanan);
      return li;
    }));
  }
  pilih.addEventListener("change", tampil);
  for (const nama of ["dragenter", "dragover"]) jatuh.addEventListener(nama, (e) => { e.preventDefault(); jatuh.classList.add("atasnya"); });
  for (const nama of ["dragleave", "drop"]) jatuh.addEventListener(nama, (e) => { e.preventDefault(); jatuh.classList.remove("atasnya"); });
  jatuh.addEventListener("drop", (e) => {
    const semua = new DataTransfer();
    for (const file of [...pilih.files, ...e.dataTransfer.files]) semua.items.add(file);
    pilih.files = semua.files;
    tampil();
  });
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    const byte = Array.from(pilih.files).reduce((jumlah, file) => jumlah + file.size, 0);
    if (byte > Number(form.dataset.batasUnggah) * 1048576) { gagal(form.dataset.semuaBesar); return; }
    if (pilih.files.length > Number(form.dataset.batasBanyak)) { gagal(form.dataset.terlaluBanyak); return; }
    const kirim = new XMLHttpRequest(), bar = kotak.querySelector("progress"), kata = kotak.querySelector("span");
    tombol.disabled = true;
    kotak.hidden = false;
    kirim.upload.addEventListener("progress", (p) => { if (p.lengthComputable) { bar.value = (100 * p.loaded) / p.total; kata.textContent = ukuran(p.loaded) + " / " + ukuran(p.total); } });
    kirim.addEventListener("load", () => {
      const tujuan = kirim.getResponseHeader("X-Tujuan");
      if (tujuan) { location.assign(tujuan); return; }
      if (kirim.responseURL && new URL(kirim.responseURL).pathname !== location.pathname) { location.assign(kirim.responseURL); return; }
      const baru = new DOMParser().parseFromString(kirim.responseText, "text/html").querySelector(".kabar.error");
      gagal(baru ? baru.textContent : kirim.status === 413 ? form.dataset.semuaBesar : form.dataset.gagal);
    });
    kirim.addEventListener("error", () => gagal(form.dataset.gagal));
    kirim.open("POST", form.getAttribute("action") || location.pathname);
    kirim.setRequestHeader("X-Doccheck", "unggah");
    kirim.send(new FormData(form));
  });
  function gagal(teks) {
    let p = document.querySelector(".kabar.error");
    if (!p) { p = document.createElement("p"); p.className = "kabar error"; p.setAttribute("role", "alert"); form.before(p); }
    p.textContent = teks;
    tombol.disabled = false;
    kotak.hidden = true;
    p.scrollIntoView({ block: "center" });
  }
}

// The framed cell comes into view, not the top of the page.
function fokus(akar) {
  for (const kotak of akar.querySelectorAll(".halaman-gambar[data-fokus]")) {
    const gambar = kotak.querySelector("svg");
    const atur = () => {
      const luas = gambar.getBoundingClientRect();
      kotak.scrollTop = Math.max(0, luas.height * Number(kotak.dataset.fokus) - kotak.clientHeight / 3);
      kotak.scrollLeft = Math.max(0, luas.width * Number(kotak.dataset.fokusX) - kotak.clientWidth / 3);
    };
    atur();
    requestAnimationFrame(atur);
  }
}

// What scrolls sideways is reached by the keyboard, and what does not is no stop on the way.
function gulung(akar) {
  for (const kotak of akar.querySelectorAll(".gulung")) kotak.toggleAttribute("tabindex", kotak.scrollWidth > kotak.clientWidth);
  for (const kotak of akar.querySelectorAll(".gulung[tabindex]")) kotak.tabIndex = 0;
}

function menutup() {
  document.addEventListener("click", (e) => { for (const d of document.querySelectorAll("details.akun[open], details.unduh[open]")) if (!d.contains(e.target)) d.open = false; });
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") for (const d of document.querySelectorAll("details.akun[open], details.unduh[open]")) { d.open = false; d.querySelector("summary").focus(); } });
}

function cetak() {
  for (const tombol of document.querySelectorAll("[data-cetak]")) { tombol.hidden = false; tombol.addEventListener("click", () => print()); }
  for (const alat of document.querySelectorAll("form.hanya-js")) alat.hidden = false;
}

// What cannot be taken back asks once more.
function tanya() {
  document.addEventListener("submit", (e) => { const teks = e.submitter && e.submitter.dataset.tanya; if (teks && !confirm(teks)) e.preventDefault(); });
}

document.addEventListener("DOMContentLoaded", () => { tanya(); cetak(); unggah(); menutup(); fokus(document); gulung(document); });
document.addEventListener("htmx:afterSwap", (e) => { fokus(e.target); gulung(document); });
addEventListener("resize", () => gulung(document));
